using Hpo.Dashboard.Access;
using Hpo.Dashboard.Components.Common;
using Hpo.Dashboard.Models.Form;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>What is done seldom with a study as a whole: clone it, run it again, rename it, take it away, delete it.</summary>
public sealed partial class StudyMenu
{
    [Parameter, EditorRequired]
    public LiveStudy Study { get; set; } = default!;

    /// <summary>What it is called now.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Whether the study has ended, so that it can be deleted.</summary>
    [Parameter, EditorRequired]
    public bool IsOver { get; set; }

    /// <summary>Somebody wants its files.</summary>
    [Parameter]
    public EventCallback OnFiles { get; set; }

    /// <summary>It is called otherwise now.</summary>
    [Parameter]
    public EventCallback OnRenamed { get; set; }

    [Inject]
    private StudyService Studies { get; set; } = default!;

    [Inject]
    private StudyCloning Cloning { get; set; } = default!;

    [Inject]
    private StudyStarts Starts { get; set; } = default!;

    [Inject]
    private CurrentVisitor Current { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    [Inject]
    private ISnackbar Notices { get; set; } = default!;

    private bool MayChange => Current.Visitor.MayChange(Study.Owner);

    private bool MayStart => Current.Visitor.MayStart;

    private void RunAgain() => Try("started", () =>
    {
        if (!MayStart)
            return;
        if (Cloning.Find(Study.Id) is not { } clone)
            throw new KeyNotFoundException("Its parts are not known here.");
        Navigation.NavigateTo(Starts.Start(clone.Again));
    });

    // not waited for: the menu closes when its item is done, and must not stand open behind the dialog
    private void Rename() => _ = RenameAsync();

    private async Task RenameAsync()
    {
        try
        {
            if (await RenameDialog.AskAsync(Dialogs, Name, StudyDefinitionRules.Name) is not { } name || !MayChange)
                return;
            if (Notices.TryStore(() => Store(name), "The study could not be renamed"))
                await OnRenamed.InvokeAsync();
        }
        catch (Exception exception)
        {
            // shown as any error of this page
            await DispatchExceptionAsync(exception);
        }
    }

    private bool Store(string name)
    {
        Studies.Rename(Study.Id, name);
        return true;
    }

    private void Delete() => Try("deleted", () =>
    {
        if (!MayChange)
            return;
        Studies.Delete(Study.Id);
        // the notice outlives this page
        Notices.AddUndo($"Deleted “{Name}”. It can be brought back for ten minutes.", RestoreAsync);
        Navigation.NavigateTo("/");
    });

    private Task RestoreAsync()
    {
        Try("brought back", () =>
        {
            if (!Studies.Restore(Study.Id))
                throw new KeyNotFoundException("It is gone for good.");
            Navigation.NavigateTo($"/studies/{Study.Id}");
        });
        return Task.CompletedTask;
    }

    private void Try(string what, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is InvalidInputException or InvalidOperationException or KeyNotFoundException or IOException or StartRefusedException)
        {
            Notices.Add($"The study could not be {what}: {exception.Message}", Severity.Error);
        }
    }
}
