using System.Collections.Immutable;
using Hpo.Engine.Space;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>A column of the trial table.</summary>
/// <param name="Key">Its key in sorts and filters.</param>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumeric">Whether it is aligned to the right, and filtered by a range.</param>
/// <param name="SortBy">What a trial is ordered by.</param>
public sealed record TrialColumn(string Key, string Title, bool IsNumeric, Func<TrialView, SortKey> SortBy)
{
    /// <summary>The key of the trial's number.</summary>
    public const string Number = "trial";

    /// <summary>The key of the error.</summary>
    public const string Error = "error";

    /// <summary>The key of the status.</summary>
    public const string Status = "status";

    /// <summary>The key of why a trial was suggested.</summary>
    public const string Reason = "reason";

    /// <summary>The key of why a trial ended or was paused.</summary>
    public const string EndReason = "end";

    /// <summary>The key of how many epochs a trial was trained.</summary>
    public const string Epochs = "epochs";

    /// <summary>The key of how long a trial ran.</summary>
    public const string Runtime = "runtime";

    /// <summary>The key of how long all trials up to this one ran together.</summary>
    public const string Cumulative = "cumulative";

    // a dot never occurs in a hyperparameter's name, so no name can be mistaken for a column of the table's own
    private const string ParameterPrefix = "parameter.";

    /// <summary>The hyperparameter it shows; null for a column that every study has.</summary>
    public Parameter? Parameter { get; init; }

    /// <summary>The key of a hyperparameter's column.</summary>
    public static string KeyOf(string parameter) => ParameterPrefix + parameter;

    /// <summary>The columns of a study, in order: what a trial gave stands beside its status, in sight on a phone too, however many hyperparameters follow.</summary>
    public static ImmutableArray<TrialColumn> For(ConfigSpace space) =>
    [
        new(Number, "Trial", true, trial => SortKey.OfNumber(trial.Id)),
        new(Status, "Status", false, trial => SortKey.OfText(StatusWords.Of(trial.Status))),
        new(Error, "Error", true, trial => SortKey.OfNumber(trial.CountedError)),
        .. space.Parameters.Select(OfParameter),
        new(Epochs, "Epochs", true, trial => SortKey.OfNumber(trial.Epochs)),
        new(Runtime, "Runtime", true, trial => SortKey.OfTime(trial.Runtime)),
        new(Cumulative, "Cumulative runtime", true, trial => SortKey.OfTime(trial.CumulativeRuntime)),
        new(Reason, "Reason", false, trial => SortKey.OfText(trial.Reason)),
        new(EndReason, "Why it ended or paused", false, trial => SortKey.OfText(trial.EndReason)),
    ];

    /// <summary>The number in this column; null where there is none. Unlike the sort key it is the value itself, for ordinal values too.</summary>
    public double? NumberOf(TrialView trial)
    {
        if (Parameter is null)
            return SortBy(trial).Number;
        return trial.Configuration.TryGetValue(Parameter.Name, out var value) && value.IsNumber ? value.AsReal() : null;
    }

    private static TrialColumn OfParameter(Parameter parameter)
    {
        var (name, domain) = parameter;
        var isNumeric = domain.Kinds.All(kind => kind is ParameterKind.Real or ParameterKind.Integer);
        Func<ParameterValue, SortKey> key = domain is Ordinal ordinal ? value => SortKey.OfNumber(Position(ordinal, value)) : SortKey.OfValue;
        return new(KeyOf(name), name, isNumeric, trial => trial.Configuration.TryGetValue(name, out var value) ? key(value) : SortKey.None)
        {
            Parameter = parameter,
        };
    }

    /// <summary>Ordinal values keep the order they were listed in: small, medium, large.</summary>
    private static double? Position(Ordinal domain, ParameterValue value) => domain.Values.IndexOf(value) is >= 0 and var index ? index : null;
}
