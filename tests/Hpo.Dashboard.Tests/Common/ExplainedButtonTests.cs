using Hpo.Dashboard.Components.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace Hpo.Dashboard.Tests.Common;

public sealed class ExplainedButtonTests : ComponentTest
{
    private readonly IRenderedComponent<MudPopoverProvider> _popovers;

    public ExplainedButtonTests() => _popovers = Render<MudPopoverProvider>();

    private IRenderedComponent<ExplainedButton> Show(Action? pressed = null) => Render<ExplainedButton>(it => it
        .Add(button => button.Why, "Ends the running trials now")
        .Add(button => button.Class, "wide")
        .Add(button => button.OnClick, EventCallback.Factory.Create<MouseEventArgs>(this, () => pressed?.Invoke()))
        .AddChildContent("Cancel…"));

    [Fact]
    public void It_is_a_button_with_its_name_and_what_it_does_as_its_description()
    {
        var presses = 0;

        var button = Show(() => presses++).Find(".wide button.wide");
        button.Click();

        Assert.Equal("Cancel…", button.TextContent.Trim());
        Assert.Equal("Ends the running trials now", button.GetAttribute("aria-description"));
        Assert.Equal(1, presses);
    }

    [Fact]
    public void What_it_does_is_shown_while_it_has_the_focus()
    {
        var root = Show().Find(".mud-tooltip-root");

        root.TriggerEvent("onfocusin", new FocusEventArgs());
        _popovers.WaitForAssertion(() => Assert.Equal("Ends the running trials now", _popovers.Find(".mud-popover-open").TextContent.Trim()));

        root.TriggerEvent("onfocusout", new FocusEventArgs());
        _popovers.WaitForAssertion(() => Assert.Empty(_popovers.FindAll(".mud-popover-open")));
    }

    [Fact]
    public void A_button_of_an_icon_keeps_the_name_it_is_given()
    {
        var button = Render<ExplainedIconButton>(it => it
            .Add(icon => icon.Icon, Icons.Material.Filled.Close)
            .Add(icon => icon.Why, "Close (Esc)")
            .AddUnmatched("aria-label", "Close the details")).Find("button");

        Assert.Equal("Close the details", button.GetAttribute("aria-label"));
        Assert.Null(button.GetAttribute("aria-description"));
    }
}
