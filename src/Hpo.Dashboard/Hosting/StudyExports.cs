using System.Text;
using Hpo.Dashboard.Models;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;
using Hpo.Studies.Exchange;
using Hpo.Studies.Running;

namespace Hpo.Dashboard.Hosting;

/// <summary>Studies as files: the study itself, which <c>/studies/open</c> takes, its trials, and what it runs as code and as a definition.</summary>
public static class StudyExports
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static void MapStudyExports(this WebApplication app)
    {
        app.MapGet("/studies/{id}/export", (string id, StudyService studies) => OfStudy(id, studies, study => Results.Stream(
            stream => studies.ExportAsync(id, stream), "application/jsonl", NameOf(study, StudyFile.Extension))));
        app.MapGet("/studies/{id}/trials.json", (string id, StudyService studies) => OfStudy(id, studies, study => Results.Stream(
            stream => TrialsJson.WriteAsync(study, stream), "application/json", NameOf(study, "-trials.json"))));
        app.MapGet("/studies/{id}/trials.csv", (string id, StudyService studies) => OfStudy(id, studies, study => Text(study, "text/csv", "-trials.csv", Csv(study))));
        app.MapGet("/studies/{id}/definition.json", (string id, StudyService studies) =>
            OfStudy(id, studies, study => Text(study, "application/json", ".json", StudyDefinitionJson.Write(study.Definition))));
        app.MapGet("/studies/{id}/program.cs", (string id, StudyService studies) => OfStudy(id, studies, study => Program(study, studies)));
    }

    private static IResult OfStudy(string id, StudyService studies, Func<LiveStudy, IResult> answer) =>
        studies.Find(id) is { } study ? answer(study) : Results.NotFound();

    private static IResult Program(LiveStudy study, StudyService studies)
    {
        try
        {
            return Text(study, "text/plain", ".cs", StudyProgram.Write(study.Definition, studies.Catalog));
        }
        catch (InvalidInputException exception)
        {
            return Results.Text(exception.Message, "text/plain", Utf8, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static string Csv(LiveStudy study)
    {
        using var text = new StringWriter();
        TrialsCsv.Write(study.Definition, study.Snapshot, text);
        return text.ToString();
    }

    private static IResult Text(LiveStudy study, string type, string ending, string text) =>
        Results.File(Utf8.GetBytes(text), $"{type}; charset=utf-8", NameOf(study, ending));

    private static string NameOf(LiveStudy study, string ending) => FileName.Safe(study.Definition.Name, "study") + ending;
}
