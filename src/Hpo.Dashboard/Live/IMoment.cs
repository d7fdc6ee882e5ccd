namespace Hpo.Dashboard.Live;

/// <summary>Something as all its viewers see it from one tick to the next.</summary>
internal interface IMoment
{
    /// <summary>Its place among the moments of a broadcast, from 1.</summary>
    long Number { get; }

    /// <summary>The time until the next moment at the latest.</summary>
    TimeSpan Beat { get; }

    /// <summary>The time that must pass before the next moment; it may grow while this one is shown.</summary>
    TimeSpan Tick { get; }
}
