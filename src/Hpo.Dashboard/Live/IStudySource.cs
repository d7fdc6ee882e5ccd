namespace Hpo.Dashboard.Live;

/// <summary>Finds the studies that can be watched.</summary>
public interface IStudySource
{
    /// <summary>The study of an id; null when there is none. Two answers are equal when they are the same study in memory.</summary>
    IWatchedStudy? Find(string id);
}
