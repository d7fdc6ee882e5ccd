using System.Text.RegularExpressions;

namespace Hpo.EndToEnd.Tests.World;

/// <summary>What tests do on the pages of studies, in the words a person sees.</summary>
internal static partial class StudyPages
{
    /// <summary>How long a real training may take on a busy machine.</summary>
    public static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 180_000 };

    public static Task EnterAsync(this IPage page, string label, string value) =>
        page.GetByLabel(label, new() { Exact = true }).First.FillAsync(value);

    /// <summary>Chooses from a list by the name of the option.</summary>
    public static async Task ChooseAsync(this IPage page, string label, string option)
    {
        var list = page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true }).First;
        await list.ClickAsync();
        await page.GetByRole(AriaRole.Option).Filter(new() { Has = page.GetByText(option, new() { Exact = true }) }).First.ClickAsync();
        await Expect(list).ToHaveValueAsync(option);
    }

    public static Task PressButtonAsync(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Presses Start and waits for the page of the study.</summary>
    public static async Task<string> StartStudyAsync(this IPage page)
    {
        await page.PressButtonAsync("Start");
        // asked again and again, not awaited as a navigation: one within the document is easily missed
        await Expect(page).ToHaveURLAsync(StudyAddress(), new() { Timeout = 60_000 });
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Opens the demonstration that trains nothing, with so many trials.</summary>
    public static async Task ChooseSyntheticAsync(this IPage page, int trials)
    {
        await page.ChooseAsync("Objective", "Synthetic learning curves");
        await page.EnterAsync("Trials", $"{trials}");
    }

    /// <summary>The status in the head of the study page.</summary>
    public static ILocator Status(this IPage page, string word) => page.Locator(".study-header .badge").GetByText(word, new() { Exact = true });

    /// <summary>Opens a tab of a study's page.</summary>
    public static async Task OpenTabAsync(this IPage page, string tab)
    {
        await page.GetByRole(AriaRole.Tab, new() { Name = tab, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = tab, Exact = true, Selected = true })).ToBeVisibleAsync();
    }

    /// <summary>Chooses what is done seldom with a study, from its menu.</summary>
    public static async Task ChooseFromMenuAsync(this IPage page, string item)
    {
        await page.PressButtonAsync("More about this study");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true }).ClickAsync();
    }

    /// <summary>The row of a trial in the trial table.</summary>
    public static ILocator Trial(this IPage page, int number) => page.Locator($"tr:has(button[data-trial='{number}'])");

    /// <summary>The rows of the trial table whose status is this word.</summary>
    public static ILocator TrialsThatAre(this IPage page, string word) =>
        page.Locator(".trials tbody tr").Filter(new() { Has = page.Locator("td:nth-child(2)").GetByText(word, new() { Exact = true }) });

    [GeneratedRegex("/studies/(?!new$)[^/]+$")]
    private static partial Regex StudyAddress();
}
