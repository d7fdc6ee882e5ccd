using Hpo.Dashboard.Components.Common;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Hpo.Dashboard.Tests.Common;

public sealed class ConfirmationTests : ComponentTest
{
    private static readonly Confirmation Question = new("Delete it?", "It is gone for good.", "Delete it", "Keep it");

    private readonly IRenderedComponent<MudDialogProvider> _dialogs;
    private readonly Task<bool> _answer;

    public ConfirmationTests()
    {
        _dialogs = Render<MudDialogProvider>();
        _answer = _dialogs.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ConfirmAsync(Question));
    }

    [Fact]
    public void Says_what_will_happen_and_begins_with_the_button_that_does_no_harm()
    {
        var dialog = _dialogs.Find("[role=dialog]");

        Assert.Contains("It is gone for good.", dialog.TextContent, StringComparison.Ordinal);
        Assert.Equal("Delete it?", dialog.QuerySelector("h2")!.TextContent);
        Assert.Equal(["Keep it", "Delete it"], dialog.QuerySelectorAll("button").Select(button => button.TextContent.Trim()));
        Assert.False(_answer.IsCompleted);
    }

    [Theory]
    [InlineData("Delete it", true)]
    [InlineData("Keep it", false)]
    public async Task A_press_is_the_answer_and_closes_it(string button, bool isConfirmed)
    {
        _dialogs.FindAll("button").Single(it => it.TextContent.Trim() == button).Click();

        Assert.Equal(isConfirmed, await _answer);
        _dialogs.WaitForAssertion(() => Assert.Empty(_dialogs.FindAll("[role=dialog]")));
    }
}
