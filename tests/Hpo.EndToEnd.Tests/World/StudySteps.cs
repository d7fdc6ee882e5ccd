using System.Globalization;

namespace Hpo.EndToEnd.Tests.World;

/// <summary>What a person does to get a study running, on an open page of a new study.</summary>
public static class StudySteps
{
    /// <summary>Starts a study of made-up learning curves, four epochs a second and worker, and waits for its page.</summary>
    /// <returns>The path of the study's page.</returns>
    public static async Task<string> StartSyntheticAsync(this IPage page, int trials, int epochs, int workers = 2)
    {
        await page.GetByLabel("Objective", new() { Exact = true }).SelectOptionAsync("synthetic");
        await page.GetByLabel("Trials", new() { Exact = true }).FillAsync(Number(trials));
        await page.GetByLabel("Epochs per trial", new() { Exact = true }).FillAsync(Number(epochs));
        await page.GetByLabel("Workers", new() { Exact = true }).FillAsync(Number(workers));
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/studies/", StringComparison.Ordinal) && !url.EndsWith("/new", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
