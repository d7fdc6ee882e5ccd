using Hpo.Studies.Classes;

namespace Hpo.Dashboard.Models.Classes;

/// <summary>A class in words.</summary>
public static class ClassText
{
    /// <summary>What a student may have: the same sentence before one joins and before the presenter opens the class.</summary>
    public static string Allows(ClassLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return $"up to {Format.Count(limits.Trials, "trial")}, {Format.Count(limits.Workers, "worker")} and {limits.Time.TotalMinutes:0.#} minutes each, {Format.Count(limits.StoredStudies)} of them kept";
    }

    /// <summary>Whether it is open, and who takes part.</summary>
    public static string State(bool isOpen, int people) => (isOpen, people) switch
    {
        (true, 0) => "The class is open, and nobody has joined yet.",
        (true, 1) => "The class is open. 1 student takes part.",
        (true, _) => $"The class is open. {Format.Count(people, "student")} take part.",
        (false, 0) => "The class is closed: nobody can join.",
        (false, 1) => "The class is closed: students start no more studies. 1 student took part.",
        (false, _) => $"The class is closed: students start no more studies. {Format.Count(people, "student")} took part.",
    };
}
