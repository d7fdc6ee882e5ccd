using System.Collections.Immutable;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Organising;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>The studies that this visitor may still bring back, wherever they were deleted.</summary>
public sealed partial class DeletedNotice : IDisposable
{
    private const int Most = 3;

    private ImmutableArray<DeletedStudy> _deleted = [];
    private ImmutableHashSet<DeletedStudy> _hidden = [];
    private string? _problem;
    private ITimer? _timer;

    [Inject]
    private StudyService Studies { get; set; } = default!;

    [Inject]
    private CurrentVisitor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    public void Dispose() => _timer?.Dispose();

    protected override void OnParametersSet() => Read();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _timer = Time.CreateTimer(_ => _ = InvokeAsync(Refresh), null, StudyList.MaxAge, StudyList.MaxAge);
    }

    private void Refresh()
    {
        if (Read())
            StateHasChanged();
    }

    private bool Read()
    {
        var until = Time.GetUtcNow() - StudyOrganiser.UndoTime;
        ImmutableArray<DeletedStudy> deleted =
            [.. Studies.Organiser.Deleted.Where(study => study.DeletedAt > until && Current.Visitor.MayChange(study.Owner) && !_hidden.Contains(study))];
        var isSame = deleted.SequenceEqual(_deleted);
        _deleted = deleted;
        return !isSame;
    }

    private void Hide(DeletedStudy study)
    {
        _hidden = _hidden.Add(study);
        Read();
    }

    private void Restore(DeletedStudy study)
    {
        if (!Current.Visitor.MayChange(study.Owner))
            return;
        try
        {
            _problem = Studies.Restore(study.Id) ? null : $"“{study.Name}” is gone for good.";
        }
        catch (IOException exception)
        {
            _problem = $"“{study.Name}” could not be brought back: {exception.Message}";
        }

        Read();
    }
}
