using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>Disks that cannot be written.</summary>
public sealed class DiskTests(Browser browser) : IClassFixture<Browser>
{
    [DiskFact]
    public async Task A_read_only_folder_ends_the_start_in_one_sentence_that_names_the_option()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.StartOnDiskAsync("ro"));
        Assert.Matches("It said:\nThe data folder [^\n]+ cannot be written \\(Read-only file system[^\n]*\\): name another one with --data DIR\\.$", failure.Message);
    }

    [DiskFact]
    public async Task A_full_disk_is_told_and_stops_nothing_else_and_all_goes_on_when_there_is_room()
    {
        await using var app = await RunningApp.StartOnDiskAsync("size=32m");
        var context = await browser.NewContextAsync(View.Laptop);
        try
        {
            var page = await OpenAsync("/studies/new");
            await page.ChooseSyntheticAsync(9000);
            var study = await page.StartStudyAsync();
            await page.OpenTabAsync("Trials");
            await Expect(page.Trial(1)).ToBeVisibleAsync(StudyPages.Patiently);

            await app.ShellAsync("dd if=/dev/zero of=\"$0/filler\" bs=64k 2>/dev/null");
            var failure = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The disk is full" });
            await Expect(failure).ToBeVisibleAsync(new() { Timeout = 60_000 });
            var another = await OpenAsync("/studies/new");
            await another.ChooseSyntheticAsync(1);
            await another.PressButtonAsync("Start");
            await Expect(another.GetByText("The disk is full").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
            var home = await OpenAsync("/");
            await Expect(home.GetByText("Log failed").First).ToBeVisibleAsync();

            await app.ShellAsync("rm \"$0/filler\"");
            await Expect(failure).ToBeHiddenAsync(new() { Timeout = 60_000 });
            await Expect(page.Status("Interrupted")).ToBeVisibleAsync();
            await Expect(home.GetByText("Interrupted").First).ToBeVisibleAsync();
            await another.PressButtonAsync("Start");
            await Expect(another.Status("Completed")).ToBeVisibleAsync(StudyPages.Patiently);
            Assert.Equal($"/{study.Trim('/')}", new Uri(page.Url).AbsolutePath);
        }
        finally
        {
            await context.CloseAsync();
        }

        async Task<IPage> OpenAsync(string path)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(app.Address, path).ToString());
            await page.Locator(".shell[data-interactive]").WaitForAsync();
            return page;
        }
    }
}
