namespace Hpo.Studies.Log;

/// <summary>What was folded from a log, as it stood after one of its events. Immutable, so that all viewers can share it.</summary>
public interface ILogSnapshot
{
    /// <summary>The last event it contains; 0 before the first.</summary>
    long Sequence { get; }

    /// <summary>Whether nothing runs any more.</summary>
    bool HasEnded { get; }
}
