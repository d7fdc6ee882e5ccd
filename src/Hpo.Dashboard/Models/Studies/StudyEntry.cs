using Hpo.Studies.Organising;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>A study of the list, with what it is found by.</summary>
/// <param name="Summary">The study.</param>
/// <param name="Metadata">What people say about it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Words">Its name, objective, searcher, scheduler, tags and notes, by which it is found.</param>
public sealed record StudyEntry(StudySummary Summary, StudyMetadata Metadata, StudyKind Kind, string Words);
