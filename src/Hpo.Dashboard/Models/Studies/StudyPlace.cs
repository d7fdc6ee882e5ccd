using System.Collections.Immutable;
using System.Globalization;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>Which part of a study's page is shown, as its address says it: <c>?tab=trials&amp;trial=3&amp;column=error</c>. Anybody may have written an address: what makes no sense in it is left out.</summary>
/// <param name="Tab">The tab.</param>
/// <param name="Trial">The trial whose details are open; null for none.</param>
/// <param name="Columns">The keys of the trial table's columns, in order; empty for the usual ones.</param>
public sealed record StudyPlace(StudyTab Tab, int? Trial, ImmutableArray<string> Columns)
{
    /// <summary>More columns than any study has.</summary>
    private const int MostColumns = 500;

    /// <summary>What is shown when an address says nothing.</summary>
    public static StudyPlace Start { get; } = new(StudyTab.Overview, null, []);

    /// <summary>Reads the parts of an address.</summary>
    /// <param name="tab">The name of a tab; null for none: the table when a trial is named, else the overview.</param>
    /// <param name="trial">A trial's number.</param>
    /// <param name="columns">Keys of columns.</param>
    public static StudyPlace Read(string? tab, string? trial, IEnumerable<string>? columns)
    {
        var opened = int.TryParse(trial, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : default(int?);
        var isNamed = Enum.TryParse<StudyTab>(tab, ignoreCase: true, out var named) && Enum.GetNames<StudyTab>().Contains(tab, StringComparer.OrdinalIgnoreCase);
        return new StudyPlace(isNamed ? named : Usual(opened), opened, [.. (columns ?? []).Take(MostColumns)]);
    }

    /// <summary>The address of a study's page with this in sight.</summary>
    public string AddressOf(string studyId)
    {
        var query = new QueryString();
        if (Tab != Usual(Trial))
            query = query.Add("tab", Tab.ToString().ToLowerInvariant());
        if (Trial is { } trial)
            query = query.Add("trial", trial.ToString(CultureInfo.InvariantCulture));
        foreach (var column in Columns)
            query = query.Add("column", column);
        return $"/studies/{Uri.EscapeDataString(studyId)}{query}";
    }

    /// <inheritdoc/>
    public bool Equals(StudyPlace? other) => other is not null && (Tab, Trial) == (other.Tab, other.Trial) && Columns.SequenceEqual(other.Columns);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tab, Trial, Columns.Length);

    private static StudyTab Usual(int? trial) => trial is null ? StudyTab.Overview : StudyTab.Trials;
}
