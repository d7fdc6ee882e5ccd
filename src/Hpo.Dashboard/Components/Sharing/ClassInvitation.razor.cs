using Hpo.Dashboard.Access;
using Hpo.Dashboard.Hosting;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Sharing;

/// <summary>The viewers' link for a hall, by which students come in; nothing when no link is needed. Only for the presenter's page: whoever has the link may watch.</summary>
public sealed partial class ClassInvitation
{
    [Inject]
    private AccessTokens Tokens { get; set; } = default!;

    [Inject]
    private ShareAddress ShareAddress { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private Uri? Link => EntranceLinks.ForViewers(new Uri(Navigation.BaseUri), Tokens, ShareAddress);
}
