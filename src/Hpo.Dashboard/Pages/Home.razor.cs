using System.Collections.Immutable;
using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>All studies at a glance, live: the first ones of those that are looked for. The address says what is looked for.</summary>
public sealed partial class Home : IDisposable
{
    /// <summary>How many studies are shown at first, and with each press on "Show more".</summary>
    public const int PageSize = 50;

    private const int MostTags = 20;

    private IReadOnlyList<StudyEntry> _all = [];
    private IReadOnlyList<StudyListItem> _shown = [];
    private IReadOnlyList<(string Tag, int Count)> _tags = [];
    private IReadOnlyList<string> _tagNames = [];
    private StudyQuery _query = StudyQuery.Parse("");
    private StudyOrder _order;
    private string _text = "";
    private int _found;
    private int _most = PageSize;
    private string? _problem;
    private ITimer? _timer;

    /// <summary>What is looked for.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>The order.</summary>
    [SupplyParameterFromQuery(Name = "sort")]
    public string? Order { get; set; }

    [Inject]
    private StudyList Studies { get; set; } = default!;

    [Inject]
    private StudyService Service { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private string OrderWords => _order switch { StudyOrder.Best => "their best errors", StudyOrder.Name => "name", _ => "date, the newest first" };

    private string CountWords => _query.IsEmpty ? Format.Count(_all.Count, "study", "studies") : $"{Format.Count(_found)} of {Format.Count(_all.Count, "study", "studies")}";

    public void Dispose() => _timer?.Dispose();

    protected override void OnParametersSet()
    {
        // the address is written after what was typed, and must not take back what has been typed since
        if (_timer is null || StudyQuery.Parse(Query).ToString() != _query.ToString())
            (_text, _query) = (Cut(Query ?? ""), StudyQuery.Parse(Query));
        _order = Enum.TryParse<StudyOrder>(Order, ignoreCase: true, out var order) ? order : StudyOrder.Newest;
        Read();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // not in OnInitialized, which also runs for the prerendered page that nobody disposes of in time
        if (firstRender)
            _timer = Time.CreateTimer(_ => _ = InvokeAsync(Refresh), null, StudyList.MaxAge, StudyList.MaxAge);
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
        var isSame = (all.Count, found.Count) == (_all.Count, _found) && shown.SequenceEqual(_shown);
        if (!ReferenceEquals(all, _all))
        {
            var tags = StudySearch.Tags(all, MostTags);
            if (!tags.SequenceEqual(_tags))
                (_tags, _tagNames, isSame) = (tags, [.. tags.Select(tag => tag.Tag)], false);
        }

        (_all, _found) = (all, found.Count);
        if (!isSame)
            _shown = shown;
        return !isSame;
    }

    private void Search(string? text)
    {
        (_text, _query, _most) = (Cut(text ?? ""), StudyQuery.Parse(text), PageSize);
        Read();
    }

    private void Clear() => Look("");

    private void ToggleTag(string tag) => Look(_query.Toggled(tag));

    private void Look(string text)
    {
        Search(text);
        WriteAddress();
    }

    private void Sort(string? order)
    {
        _order = Enum.TryParse<StudyOrder>(order, out var chosen) ? chosen : StudyOrder.Newest;
        Read();
        WriteAddress();
    }

    private void ShowMore()
    {
        _most += PageSize;
        Read();
    }

    /// <summary>A link to what is shown; the way back leads to the page before.</summary>
    private void WriteAddress()
    {
        var address = Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            ["q"] = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim(),
            ["sort"] = _order == StudyOrder.Newest ? null : _order.ToString().ToLowerInvariant(),
        });
        if (address != Navigation.Uri)
            Navigation.NavigateTo(address, replace: true);
    }

    private void SetTags(StudyListItem study, ImmutableArray<string> tags)
    {
        if (!Current.Visitor.MayChange(study.Owner))
            return;
        Service.Organiser.SetTags(study.Id, tags);
        Read();
        StateHasChanged();
    }

    private void Delete(StudyListItem study)
    {
        if (!Current.Visitor.MayChange(study.Owner))
            return;
        try
        {
            Service.Delete(study.Id);
            _problem = null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or IOException)
        {
            _problem = $"“{study.Name}” could not be deleted: {exception.Message}";
        }

        Read();
        StateHasChanged();
    }
}
