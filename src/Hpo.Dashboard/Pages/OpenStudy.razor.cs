using Hpo.Dashboard.Access;
using Hpo.Engine.Validation;
using Hpo.Studies.Exchange;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>A form to upload the file of a study, and what is wrong with the one that was uploaded.</summary>
public sealed partial class OpenStudy
{
    /// <summary>The largest file: about 300,000 events.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private const int MostBytesOfStudent = 8 * 1024 * 1024, RoomForTheForm = 64 * 1024, ProblemsShown = 10;

    /// <summary>Reading a file takes several times its size: one after the other.</summary>
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private IReadOnlyList<string> _problems = [];

    [SupplyParameterFromForm(FormName = "open-study")]
    private IFormFile? File { get; set; }

    [CascadingParameter]
    private HttpContext Request { get; set; } = default!;

    [Inject]
    private CurrentVisitor Current { get; set; } = default!;

    [Inject]
    private StudyStarts Starts { get; set; } = default!;

    [Inject]
    private StudyService Studies { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private int Most => Current.Visitor.IsPresenter ? MostBytes : MostBytesOfStudent;

    private async Task OpenAsync()
    {
        _problems = File is null ? ["Choose a file."] : await ImportAsync(File);
        if (_problems.Count > 0)
            Request.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    /// <summary>What is wrong with a file; when nothing is, the answer leads to the study.</summary>
    private async Task<IReadOnlyList<string>> ImportAsync(IFormFile file)
    {
        await OneAtATime.WaitAsync(Request.RequestAborted);
        try
        {
            Starts.AdmitFile();
            await using var stream = file.OpenReadStream();
            var study = Studies.Import(stream, Current.Visitor.Id, new StudyFileLimits(Most));
            Navigation.NavigateTo($"/studies/{study.Id}");
            return [];
        }
        catch (InvalidInputException exception)
        {
            return [.. exception.Problems.Take(ProblemsShown).Select(problem => problem.ToString())];
        }
        catch (Exception exception) when (exception is IOException or StartRefusedException)
        {
            return [exception.Message];
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
