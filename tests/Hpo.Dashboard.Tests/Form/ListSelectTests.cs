using Hpo.Dashboard.Components.Forms;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Tests.Form;

public sealed class ListSelectTests : ComponentTest
{
    [Fact]
    public async Task A_letter_heard_late_does_not_take_the_focus_back_from_the_next_field()
    {
        var select = Render<ListSelect<string>>(Colours);
        await select.InvokeAsync(async () => await select.Instance.FocusAsync());
        Assert.DoesNotContain(JSInterop.Invocations, IsFocus);
    }

    [Fact]
    public async Task An_open_list_keeps_the_focus()
    {
        Render<MudPopoverProvider>();
        var select = Render<ListSelect<string>>(Colours);
        await select.InvokeAsync(select.Instance.OpenMenu);
        await select.InvokeAsync(async () => await select.Instance.FocusAsync());
        Assert.Contains(JSInterop.Invocations, IsFocus);
    }

    private static void Colours(ComponentParameterCollectionBuilder<ListSelect<string>> select) => select
        .Add(it => it.ChildContent, (RenderFragment)(builder =>
        {
            builder.OpenComponent<MudSelectItem<string>>(0);
            builder.AddComponentParameter(1, nameof(MudSelectItem<string>.Value), "red");
            builder.CloseComponent();
        }));

    private static bool IsFocus(JSRuntimeInvocation invocation) => invocation.Identifier.Contains("focus", StringComparison.OrdinalIgnoreCase);
}
