using System.Collections.Immutable;
using System.Globalization;
using Hpo.Dashboard.Components.Common;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Organising;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.JSInterop;
using MudBlazor;

namespace Hpo.Dashboard.Pages;

/// <summary>All studies at a glance, live: the first ones of those that are looked for. The address says what is looked for.</summary>
public sealed partial class Home : IAsyncDisposable
{
    private const string Path = "/";

    /// <summary>How many studies are shown at first, and with each press on "Show more".</summary>
    public const int PageSize = 50;

    private const int MostShown = 2_000, MostTags = 20;

    private IReadOnlyList<StudyEntry> _all = [];
    private List<StudyListItem> _shown = [];
    private IReadOnlyList<(string Tag, int Count)> _tags = [];
    private IReadOnlyList<string> _tagNames = [];
    private StudyQuery _query = StudyQuery.Parse("");
    private StudyOrder _order;
    private string _text = "";
    private int _found;
    private int _most = PageSize;
    private IReadOnlyList<(string Id, string Name)> _deleted = [];
    private ListPageScript _script = default!;
    private ITimer? _timer;

    [Inject]
    private StudyList Studies { get; set; } = default!;

    [Inject]
    private StudyService Service { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private PageTimers Timers { get; set; } = default!;

    private string OrderWords => _order switch { StudyOrder.Best => "their best errors", StudyOrder.Name => "name", _ => "date, the newest first" };

    private string CountWords => _query.IsEmpty ? Format.Count(_all.Count, "study", "studies") : $"{Format.Count(_found)} of {Format.Count(_all.Count, "study", "studies")}";

    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= Follow;
        if (_timer is not null)
            await _timer.DisposeAsync();
        await _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _script = new ListPageScript(Script);
        Navigation.LocationChanged += Follow;
        ReadAddress();
    }

    /// <summary>Follows a link to this page itself, such as a tag's.</summary>
    private void Follow(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).AbsolutePath != Path)
            return;
        ReadAddress();
        StateHasChanged();
    }

    private void ReadAddress()
    {
        var said = QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query);
        _text = Cut(said.GetValueOrDefault("q").ToString());
        _query = StudyQuery.Parse(_text);
        _order = Enum.TryParse<StudyOrder>(said.GetValueOrDefault("sort"), ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : StudyOrder.Newest;
        _most = int.TryParse(said.GetValueOrDefault("show"), CultureInfo.InvariantCulture, out var most) ? Math.Clamp(most, PageSize, MostShown) : PageSize;
        Read();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // not in OnInitialized, which also runs for the prerendered page that nobody disposes of in time
        if (firstRender)
            _timer = Timers.Start("the list of studies", StudyList.MaxAge, () => InvokeAsync(Refresh));
    }

    private static string Cut(string text) => text.Length > StudyQuery.MaxLength ? text[..StudyQuery.MaxLength] : text;

    /// <summary>Renders only when something looks different.</summary>
    private void Refresh()
    {
        if (Read())
            StateHasChanged();
    }

    /// <summary>Reads the list; returns whether anything looks different.</summary>
    private bool Read()
    {
        var all = Studies.Latest;
        var found = StudySearch.Find(all, _query, _order);
        var now = Time.GetUtcNow();
        List<StudyListItem> shown = [.. found.Take(_most).Select(study => StudyListItem.Of(study, now, Time.LocalTimeZone))];
        var deleted = Deleted(now);
        var isSame = (all.Count, found.Count) == (_all.Count, _found) && shown.SequenceEqual(_shown) && deleted.SequenceEqual(_deleted);
        if (!ReferenceEquals(all, _all))
        {
            var tags = StudySearch.Tags(all, MostTags);
            if (!tags.SequenceEqual(_tags))
                (_tags, _tagNames, isSame) = (tags, [.. tags.Select(tag => tag.Tag)], false);
        }

        (_all, _found, _deleted) = (all, found.Count, deleted);
        if (!isSame)
            _shown = shown;
        return !isSame;
    }

    /// <summary>The studies that this visitor may still bring back, wherever they were deleted.</summary>
    private List<(string Id, string Name)> Deleted(DateTimeOffset now) =>
    [
        .. Service.Organiser.Deleted
            .Where(study => study.DeletedAt > now - StudyOrganiser.UndoTime && Current.Visitor.MayChange(study.Owner))
            .Select(study => (study.Id, study.Name)),
    ];

    private static string Words(StudyOrder order) => order switch { StudyOrder.Best => "best error", StudyOrder.Name => "name", _ => "newest" };

    private Task SearchAsync(string? text)
    {
        (_text, _query, _most) = (Cut(text ?? ""), StudyQuery.Parse(text), PageSize);
        return ShowAsync();
    }

    private Task ClearAsync() => SearchAsync("");

    private Task ToggleTagAsync(string tag) => SearchAsync(_query.Toggled(tag));

    private Task SortAsync(StudyOrder order)
    {
        _order = order;
        return ShowAsync();
    }

    private Task ShowMoreAsync()
    {
        _most = Math.Min(_most + PageSize, MostShown);
        return ShowAsync();
    }

    /// <summary>Shows what is looked for, and makes the address a link to it.</summary>
    private Task ShowAsync()
    {
        Read();
        return _script.RememberAsync(Path, QueryString.Create(
        [
            .. Said("q", _text.Trim(), ""),
            .. Said("sort", _order.ToString().ToLowerInvariant(), "newest"),
            .. Said("show", _most.ToString(CultureInfo.InvariantCulture), PageSize.ToString(CultureInfo.InvariantCulture)),
        ]).ToString());
    }

    /// <summary>What need not be said is left out.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Said(string name, string value, string otherwise) =>
        value == otherwise ? [] : [KeyValuePair.Create(name, (string?)value)];

    private void SetTags(StudyListItem study, ImmutableArray<string> tags)
    {
        if (!Current.Visitor.MayChange(study.Owner))
            return;
        Service.Organiser.SetTags(study.Id, tags);
        Read();
        StateHasChanged();
    }

    private async Task DeleteAsync(StudyListItem study)
    {
        if (!Current.Visitor.MayChange(study.Owner))
            return;
        var place = _shown.TakeWhile(other => other.Id != study.Id).Count();
        if (!Snackbar.TryStore(() => Delete(study.Id), $"“{study.Name}” could not be deleted"))
            return;
        Snackbar.AddUndo($"Deleted “{study.Name}”.", () => InvokeAsync(() => RestoreAsync(study.Id)));
        Read();
        StateHasChanged();
        await FocusAsync(_shown.ElementAtOrDefault(Math.Min(place, _shown.Count - 1))?.Id);
    }

    private bool Delete(string id)
    {
        Service.Delete(id);
        return true;
    }

    private async Task RestoreAsync(string id)
    {
        if (Service.Organiser.Deleted.FirstOrDefault(study => study.Id == id) is not { } deleted || !Current.Visitor.MayChange(deleted.Owner))
            return;
        Snackbar.TryStore(() => Service.Restore(id), $"“{deleted.Name}” could not be brought back");
        Read();
        StateHasChanged();
        await FocusAsync(id);
    }

    private Task FocusAsync(string? id) => _script.FocusRowAsync(id is null ? null : $"/studies/{id}");
}
