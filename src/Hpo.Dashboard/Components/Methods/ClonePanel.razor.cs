using System.Security.Cryptography;
using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Space;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Methods;

/// <summary>What differs between the study in the form and the one that it is made from, while it is edited.</summary>
public sealed partial class ClonePanel
{
    /// <summary>New seeds stay short enough to be read aloud.</summary>
    private const int LargestSeed = 1_000_000;

    [Parameter, EditorRequired]
    public StudyForm Form { get; set; } = default!;

    private StudyClone Clone => Form.Clone!;

    private string OriginalSeed => ValueText.Write(Clone.Definition.Seed);

    private bool HasOtherSeed => Form.Draft[StudyField.Seed].Trim() != OriginalSeed;

    private void TakeOriginalSeed() => Form.Type(StudyField.Seed, OriginalSeed);

    private void TakeNewSeed() => Form.Type(StudyField.Seed, ValueText.Write(RandomNumberGenerator.GetInt32(1, LargestSeed)));
}
