using Hpo.Dashboard.Access;
using Hpo.Dashboard.Hosting;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Sharing;

/// <summary>How students come in, for a hall: by a picture or by a code, straight to where they say their name; nothing when no link is needed. Only for the presenter's page.</summary>
public sealed partial class ClassInvitation
{
    [Inject]
    private AccessTokens Tokens { get; set; } = default!;

    [Inject]
    private ClassRoom Room { get; set; } = default!;

    [Inject]
    private ShareAddress ShareAddress { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private Uri? Link => EntranceLinks.ForClass(new Uri(Navigation.BaseUri), Tokens, ShareAddress, Room);
}
