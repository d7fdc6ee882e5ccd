using Hpo.Comparisons.Running;
using Hpo.Dashboard.Hosting;
using Hpo.Dashboard.Live.Rooms;
using Hpo.Dashboard.Theming;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>A study or a comparison for those who have its code: plain HTML that our scripts fill, without a circuit.</summary>
public sealed partial class WatchPage
{
    private const string TryAgainSeconds = "10";

    private LiveStudy? _study;
    private LiveComparison? _comparison;
    private string? _code;
    private string? _refusal;

    /// <summary>The code in the address.</summary>
    [Parameter]
    public string? Code { get; set; }

    /// <summary>The code that was typed into the page's field.</summary>
    [SupplyParameterFromQuery(Name = "code")]
    private string? TypedCode { get; set; }

    [CascadingParameter]
    private HttpContext Request { get; set; } = default!;

    [Inject]
    private WatchDoor Door { get; set; } = default!;

    [Inject]
    private StudyService Studies { get; set; } = default!;

    [Inject]
    private ComparisonService Comparisons { get; set; } = default!;

    [Inject]
    private ShareAddress ShareAddress { get; set; } = default!;

    [Inject]
    private ThemeSheets Sheets { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string? Typed => Code ?? TypedCode;

    private Uri Address => ShareAddress.Of(new Uri(Navigation.BaseUri), "/watch/" + _code);

    protected override async Task OnInitializedAsync()
    {
        if (string.IsNullOrWhiteSpace(Typed))
            return;
        var entry = await Door.EnterAsync(Typed, Request.Connection.RemoteIpAddress, Request.RequestAborted);
        if (entry is not { What: { } what, Code: { } code })
            Refuse(entry);
        else if (Code != code)
            // one address for each, however the code was typed: what is bookmarked and passed on is right
            Navigation.NavigateTo("/watch/" + code + (Request.Request.Query.ContainsKey("present") ? "?present=1" : ""));
        else
            Show(what, code);
    }

    private void Show(Watched what, string code)
    {
        _code = code;
        if (what.Kind == WatchedKind.Study)
            _study = Studies.Find(what.Id);
        else
            _comparison = Comparisons.Find(what.Id);
        if (_study is null && _comparison is null)
            Refuse(WatchEntry.Unknown);
    }

    /// <summary>Says why not, with the status that goes with it. The status is set last: set now, it would bring up the app's page for unknown addresses instead.</summary>
    private void Refuse(WatchEntry entry)
    {
        _refusal = entry.Refusal;
        Request.Response.OnStarting(() =>
        {
            Request.Response.StatusCode = entry.Status;
            if (entry.IsPassing)
                (Request.Response.Headers.RetryAfter, Request.Response.Headers["Refresh"]) = (TryAgainSeconds, TryAgainSeconds);
            return Task.CompletedTask;
        });
    }
}
