namespace Hpo.Dashboard.Components.Studies;

/// <summary>How much a button's action weighs.</summary>
public enum ActionKind
{
    /// <summary>It can be done without a thought.</summary>
    Plain,

    /// <summary>It is what most people will want.</summary>
    Main,

    /// <summary>It cannot be taken back.</summary>
    Grave,
}
