using System.Globalization;
using System.Text.RegularExpressions;
using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>The study form in a real browser: what only a browser can show.</summary>
public sealed partial class NewStudyFormTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    private const int FiveMegabytes = 5 * 1024 * 1024;

    private Task<IPage> OpenFormAsync(View? view = null) => OpenAsync("/studies/new", view);

    private static ILocator Field(IPage page, string name, int nth = 0) => page.GetByLabel(name, new() { Exact = true }).Nth(nth);

    private static Task ShowJsonAsync(IPage page) => page.PressButtonAsync("JSON");

    [Fact]
    public async Task Five_megabytes_pasted_as_JSON_are_refused_at_the_field_and_the_form_lives_on()
    {
        var page = await OpenFormAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await ShowJsonAsync(page);
        var json = page.Locator("#space-json");
        var before = await json.InputValueAsync();

        await page.EvaluateAsync($"navigator.clipboard.writeText('x'.repeat({FiveMegabytes.ToString(CultureInfo.InvariantCulture)}))");
        await json.ClickAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.PressAsync("ControlOrMeta+v");
        await Expect(page.Locator("#space-json-refusal")).ToHaveTextAsync("The text would have 5,242,880 characters: at most 262,144 fit here. Nothing was changed.");
        await Expect(json).ToHaveValueAsync(before);

        // a script can set the text without pasting it
        await json.FillAsync(new string('y', FiveMegabytes));
        await Expect(json).ToHaveValueAsync(before);

        await json.FillAsync(before.Replace("0.01", "0.02", StringComparison.Ordinal));
        await Expect(page.Locator("#space-json-refusal")).ToHaveCountAsync(0);
        await page.PressButtonAsync("Form");
        await Expect(Field(page, "From")).ToHaveValueAsync("0.02");
    }

    [Fact]
    public async Task A_long_JSON_within_the_limit_reaches_the_server()
    {
        var page = await OpenFormAsync();
        await ShowJsonAsync(page);

        await page.Locator("#space-json").FillAsync($"{{\"x\": {{\"type\": \"uniform\", \"lower\": 0, \"upper\": 1}}{new string(' ', 250_000)}}}");

        await Expect(page.Locator(".editor .size")).ToHaveTextAsync("1 hyperparameter, infinitely many configurations");
    }

    [Fact]
    public async Task A_long_text_in_a_short_field_is_refused_too()
    {
        var page = await OpenFormAsync();

        await Field(page, "Trials").FillAsync(new string('9', FiveMegabytes));

        await Expect(page.Locator("#study-trials-refusal")).ToContainTextAsync("at most 2,000 fit here");
        await Expect(Field(page, "Trials")).ToHaveValueAsync("5");
    }

    [Fact]
    public async Task The_keyboard_undoes_and_redoes_inside_the_space()
    {
        var page = await OpenFormAsync();
        var name = page.Locator("#space-1-name");
        await name.FillAsync("lr");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true })).Not.ToHaveAttributeAsync("aria-disabled", "true");

        await name.PressAsync("ControlOrMeta+z");
        await Expect(name).ToHaveValueAsync("learning_rate");
        await name.PressAsync("ControlOrMeta+Shift+z");
        await Expect(name).ToHaveValueAsync("lr");
    }

    [Fact]
    public async Task Fast_typing_loses_no_letter()
    {
        var page = await OpenFormAsync();
        var name = Field(page, "Name");
        await name.ClearAsync();

        await name.PressSequentiallyAsync("a study with a rather long name", new() { Delay = 2 });

        await Expect(name).ToHaveValueAsync("a study with a rather long name");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Back to the example" })).ToBeVisibleAsync();
        await Expect(name).ToHaveValueAsync("a study with a rather long name");
    }

    [Fact]
    public async Task A_hyperparameter_is_added_filled_in_and_moved_by_keyboard_alone()
    {
        var page = await OpenFormAsync();
        await page.ChooseAsync("Objective", "Synthetic learning curves");

        await page.GetByRole(AriaRole.Button, new() { Name = "Add a hyperparameter" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#space-5-name")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync("activation");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Cho");
        await Expect(page.Locator("#space-5-values")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync("relu, tanh");
        await Expect(page.Locator("#space-5-values-note")).ToHaveTextAsync("2 values");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("tanh");
        await Expect(page.Locator("#space-5-initial")).ToHaveValueAsync("tanh");
        await Expect(page.Locator("#space-5-initial")).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".row").Nth(1)).ToHaveAttributeAsync("aria-label", "activation");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Move activation up" })).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Mistakes_are_said_at_their_fields_take_the_focus_on_start_and_axe_finds_nothing(string theme)
    {
        var page = await OpenFormAsync(View.Projector with { Theme = theme });
        await Field(page, "From").FillAsync("2");
        await page.Locator("#space-2-name").FillAsync("learning_rate");
        await page.Locator("#space-2-upper").FillAsync("100000");
        await Field(page, "Trials").FillAsync("1000000000");
        await Expect(page.Locator("#study-trials-note")).ToHaveTextAsync("1,000,000,000 trials are too many: at most 100,000 are allowed.");
        await Expect(page.Locator("#space-1-upper-note")).ToHaveTextAsync("The bounds are reversed: the upper bound 1 must be above the lower bound 2.");
        await Expect(page.Locator("#space-2-name-note")).ToHaveTextAsync("The name learning_rate is used twice.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();

        await Expect(Field(page, "Trials")).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(new Uri(App.Address, "/studies/new").ToString());
        await AssertAccessibleAsync(page);
        await ScreenshotAsync(page, $"new-study-mistakes-{theme}", fullPage: false);
        foreach (var view in new[] { View.SmallPhone, View.Phone })
        {
            await page.SetViewportSizeAsync(view.Width, view.Height);
            await AssertFitsAsync(page);
        }
    }

    [Fact]
    public async Task A_row_is_dragged_by_its_handle_and_the_text_of_its_fields_is_still_selected_with_the_mouse()
    {
        var page = await OpenFormAsync();
        var name = page.Locator("#space-1-name");
        await name.EvaluateAsync("field => field.scrollIntoView({ block: 'center' })");
        var box = (await name.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 14, box.Y + (box.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width - 4, box.Y + (box.Height / 2), new() { Steps = 5 });
        await page.Mouse.UpAsync();
        Assert.Equal("learning_rate", await name.EvaluateAsync<string>("field => field.value.slice(field.selectionStart, field.selectionEnd)"));

        await page.Locator("[data-drag-handle]").First.DragToAsync(page.Locator(".row").Nth(1), new() { TargetPosition = new() { X = 20, Y = 20 } });

        await Expect(page.Locator(".row").First).ToHaveAttributeAsync("aria-label", "batch_size");
        await page.PressButtonAsync("Undo");
        await Expect(page.Locator(".row").First).ToHaveAttributeAsync("aria-label", "learning_rate");
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Open_lists_fit_every_screen_and_axe_finds_nothing(string theme)
    {
        var page = await OpenFormAsync(new View { Theme = theme });
        foreach (var view in new[] { View.Laptop, View.SmallPhone })
        {
            await page.SetViewportSizeAsync(view.Width, view.Height);
            foreach (var id in new[] { "study-objective", "study-searcher", "study-scheduler", "space-1-type" })
            {
                await page.Locator($"#{id}").ClickAsync();
                await Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
                await AssertAccessibleAsync(page);
                await AssertFitsAsync(page);
                await page.Keyboard.PressAsync("Escape");
                await Expect(page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
                await Expect(page.Locator($"#{id}")).ToBeFocusedAsync();
            }
        }
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Every_kind_of_domain_and_the_JSON_are_accessible(string theme)
    {
        var page = await OpenFormAsync(new View { Theme = theme });
        await ShowJsonAsync(page);
        await page.Locator("#space-json").FillAsync("""
            {
              "dropout": {"type": "uniform", "lower": 0, "upper": 0.5, "step": 0.1},
              "learning_rate": {"type": "loguniform", "lower": 0.0001, "upper": 1},
              "momentum": {"type": "reverseloguniform", "lower": 0.9, "upper": 0.999},
              "batch_size": {"type": "randint", "lower": 32, "upperExclusive": 256},
              "units": {"type": "lograndint", "lower": 1, "upperExclusive": 33},
              "activation": {"type": "choice", "values": ["relu", "tanh", "sigmoid"]},
              "kernel": {"type": "ordinal", "values": [3, 5, 7]},
              "optimizer": {"type": "constant", "value": "sgd"}
            }
            """);
        await AssertAccessibleAsync(page);

        await page.PressButtonAsync("Form");
        await Expect(page.Locator(".row")).ToHaveCountAsync(8);
        await AssertAccessibleAsync(page);
        await page.SetViewportSizeAsync(View.Projector.Width, View.Projector.Height);
        await ScreenshotAsync(page, $"new-study-domains-{theme}");
        await page.SetViewportSizeAsync(View.SmallPhone.Width, View.SmallPhone.Height);
        await AssertFitsAsync(page);
    }

    [Fact]
    public async Task Start_leads_to_the_running_study_and_the_form_keeps_the_last_entries_for_the_next()
    {
        var page = await OpenFormAsync();
        await page.ChooseAsync("Objective", "Synthetic learning curves");
        await page.Locator("#study-trials").FillAsync("1");

        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(StudyAddress());
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true })).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "New study" }).ClickAsync();
        await Expect(page.Locator("#study-trials")).ToHaveValueAsync("5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring back my last entries" }).ClickAsync();
        await Expect(page.Locator("#study-trials")).ToHaveValueAsync("1");
    }

    [GeneratedRegex("/studies/[a-z0-9]{8}$")]
    private static partial Regex StudyAddress();
}
