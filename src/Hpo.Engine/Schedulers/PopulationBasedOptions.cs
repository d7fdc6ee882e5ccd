namespace Hpo.Engine.Schedulers;

/// <summary>How <see cref="PopulationBasedScheduler"/> breeds trials.</summary>
public sealed record PopulationBasedOptions
{
    /// <summary>The number of trials that train side by side; at least 2.</summary>
    public int PopulationSize { get; init; } = 8;

    /// <summary>After how many epochs the members are compared, again and again; at least 1.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>The share of the members that end at each comparison, and that of the best from which the new ones are bred; above 0, at most ½.</summary>
    public double Fraction { get; init; } = 0.25;

    /// <summary>The probability with which a hyperparameter is drawn anew instead of being changed a little; from 0 to 1.</summary>
    public double ResampleProbability { get; init; } = 0.25;
}
