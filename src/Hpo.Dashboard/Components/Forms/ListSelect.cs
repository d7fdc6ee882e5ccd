using MudBlazor;
using MudBlazor.Extensions;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>
/// The library's select for a line with delay. After each letter that it hears, it takes the focus back, even when the person has gone on to the next
/// field meanwhile, where the rest of what they type then does not arrive. Closed, this one leaves the focus where it is.
/// </summary>
/// <typeparam name="T">The type of a value.</typeparam>
public sealed class ListSelect<T> : MudSelect<T>
{
    /// <inheritdoc/>
    public override ValueTask FocusAsync() => this.GetState(select => select.Open) ? base.FocusAsync() : default;
}
