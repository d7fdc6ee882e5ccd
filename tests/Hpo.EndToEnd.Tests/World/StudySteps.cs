using System.Globalization;

namespace Hpo.EndToEnd.Tests.World;

/// <summary>What a person does to get a study running, on an open page of a new study.</summary>
public static class StudySteps
{
    /// <summary>Starts a study of made-up learning curves, four epochs a second and worker, and waits for its page.</summary>
    /// <returns>The path of the study's page.</returns>
    public static async Task<string> StartSyntheticAsync(this IPage page, int trials, int epochs, int workers = 2)
    {
        await page.ChooseSyntheticAsync(trials);
        await page.EnterAsync("Epochs per trial", Number(epochs));
        await page.EnterAsync("Workers", Number(workers));
        return await page.StartStudyAsync();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
