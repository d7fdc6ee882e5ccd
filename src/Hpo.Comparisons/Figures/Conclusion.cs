using System.Text.Json.Serialization;

namespace Hpo.Comparisons.Figures;

/// <summary>What can be concluded about a pair of methods.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Conclusion>))]
public enum Conclusion
{
    /// <summary>They have no finished repetition in common yet.</summary>
    NoPairs,

    /// <summary>Even a win in every pair could be luck: more repetitions are needed before anything can be told.</summary>
    TooFewPairs,

    /// <summary>There are pairs enough, and no difference can be told from them.</summary>
    NoDifference,

    /// <summary>The first method's errors are lower, and that is unlikely to be luck.</summary>
    FirstIsLower,

    /// <summary>The second method's errors are lower, and that is unlikely to be luck.</summary>
    SecondIsLower,
}
