using Hpo.Dashboard.Components.Forms;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using MudBlazor.Extensions;

namespace Hpo.Dashboard.Tests.Mud;

/// <summary>What a person does with the library's lists.</summary>
internal static class SelectExtensions
{
    /// <summary>Chooses an option, which must be offered.</summary>
    /// <param name="page">Where the list is.</param>
    /// <param name="id">The id of its field.</param>
    /// <param name="value">The value of the option.</param>
    public static void Choose(this IRenderedComponent<IComponent> page, string id, string value)
    {
        Assert.Contains(value, page.OptionsOf(id).Keys);
        var list = page.ListOf(id);
        list.InvokeAsync(() => list.Instance.SelectOption(value)).GetAwaiter().GetResult();
    }

    /// <summary>The options of a list, by value, with what they are called in the field.</summary>
    public static IReadOnlyDictionary<string, string> OptionsOf(this IRenderedComponent<IComponent> page, string id)
    {
        var list = page.ListOf(id);
        return list.FindComponents<MudSelectItem<string>>().Select(item => item.Instance.Value!).ToDictionary(value => value, value => list.Instance.ToStringFunc!(value)!);
    }

    private static IRenderedComponent<ListSelect<string>> ListOf(this IRenderedComponent<IComponent> page, string id) =>
        page.FindComponents<ListSelect<string>>().Single(list => list.Instance.GetState(it => it.InputId) == id);
}
