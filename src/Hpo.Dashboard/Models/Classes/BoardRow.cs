using Hpo.Dashboard.Models.Studies;

namespace Hpo.Dashboard.Models.Classes;

/// <summary>A student on the board of a class, with their best study, as it is shown: two that are equal look the same.</summary>
/// <param name="Objective">What it minimises, for people; only studies of the same are compared.</param>
/// <param name="Place">The place among them, from 1; equal errors share one. Null as long as there is no error.</param>
/// <param name="Id">Its id.</param>
/// <param name="Person">The student's name.</param>
/// <param name="Study">Its name.</param>
/// <param name="Count">How many studies of this objective the student has.</param>
/// <param name="Error">The best error.</param>
/// <param name="Ended">How many trials have ended for good.</param>
/// <param name="Asked">How many were asked for.</param>
/// <param name="Label">Where it stands.</param>
/// <param name="IsOwn">Whether it is the visitor's own.</param>
public sealed record BoardRow(
    string Objective, int? Place, string Id, string Person, string Study, int Count, string Error, int Ended, int Asked, StatusLabel Label, bool IsOwn);
