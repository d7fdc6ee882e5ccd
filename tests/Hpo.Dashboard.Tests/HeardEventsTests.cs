using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace Hpo.Dashboard.Tests;

public sealed class HeardEventsTests : ComponentTest
{
    [Fact]
    public void An_event_is_heard_when_it_returns_though_the_page_was_at_something_else()
    {
        var counter = Render<Counter>();
        using var isBusy = new ManualResetEventSlim();
        using var mayGoOn = new ManualResetEventSlim();
        var other = new Thread(() => Renderer.Dispatcher.InvokeAsync(() =>
        {
            isBusy.Set();
            mayGoOn.Wait();
        }));
        other.Start();
        isBusy.Wait();
        var click = new Thread(() => counter.Find("button").Click());
        click.Start();

        Assert.False(click.Join(TimeSpan.FromMilliseconds(50)));
        mayGoOn.Set();
        click.Join();

        Assert.Equal("1", counter.Find("button").TextContent);
        other.Join();
    }

    [Fact]
    public void What_a_handler_throws_is_thrown()
    {
        var counter = Render<Counter>(parameters => parameters.Add(it => it.Fails, true));
        Assert.Throws<InvalidOperationException>(() => counter.Find("button").Click());
    }

    private sealed class Counter : ComponentBase
    {
        private int _clicks;

        [Parameter]
        public bool Fails { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, Count));
            builder.AddContent(2, _clicks);
            builder.CloseElement();
        }

        private void Count() => _clicks = Fails ? throw new InvalidOperationException("As asked for.") : _clicks + 1;
    }
}
