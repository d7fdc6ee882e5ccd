using AngleSharp.Dom;
using Microsoft.AspNetCore.Components.Web;

namespace Hpo.Dashboard.Tests;

/// <summary>
/// Events that have been heard when they return. The library's own, which these stand before in every namespace of the tests, return at once while the page renders
/// for another reason, such as a result from another thread, and are heard later.
/// </summary>
internal static class HeardEvents
{
    public static void Click(this IElement element) => Raise(element, () => element.ClickAsync());

    public static void Input(this IElement element, string value) => Raise(element, () => element.InputAsync(value));

    public static void Change<T>(this IElement element, T value) => Raise(element, () => element.ChangeAsync(value));

    public static void Submit(this IElement element) => Raise(element, () => element.SubmitAsync());

    public static void KeyDown(this IElement element, Key key) => Raise(element, () => element.KeyDownAsync(key));

    public static void DragStart(this IElement element) => Raise(element, () => element.DragStartAsync(new DragEventArgs()));

    public static void DragEnter(this IElement element) => Raise(element, () => element.DragEnterAsync(new DragEventArgs()));

    public static void DragEnd(this IElement element) => Raise(element, () => element.DragEndAsync(new DragEventArgs()));

    public static void Drop(this IElement element) => Raise(element, () => element.DropAsync(new DragEventArgs()));

    public static void Blur(this IElement element) => Raise(element, () => element.BlurAsync());

    private static void Raise(IElement element, Func<Task> raise)
    {
        // before the event, which may remove the element
        var dispatcher = element.Owner!.Context.GetService<BunitContext>()!.Renderer.Dispatcher;
        var raised = raise();
        // the renderer does one thing after the other: once it has done this, it has heard the event
        dispatcher.InvokeAsync(static () => { }).GetAwaiter().GetResult();
        if (raised.IsFaulted)
            raised.GetAwaiter().GetResult();
    }
}
