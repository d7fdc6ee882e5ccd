using Hpo.Dashboard.Components.Studies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class NoteFieldTests : ComponentTest
{
    private readonly LateScripts _scripts = new();

    [Fact]
    public async Task Its_script_comes_and_watches_the_field()
    {
        Show();
        _scripts.Arrive();
        await _scripts.Module.Called.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(["watch"], _scripts.Module.Calls);
    }

    [Fact]
    public async Task A_field_that_is_gone_before_its_script_has_come_asks_it_for_nothing()
    {
        Show();
        await DisposeComponentsAsync();
        _scripts.Arrive();
        await _scripts.Module.Released.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Empty(_scripts.Module.Calls);
    }

    private void Show()
    {
        Services.AddSingleton<IJSRuntime>(_scripts);
        Render<NoteField>(field => field
            .Add(it => it.Id, "note").Add(it => it.Label, "Note").Add(it => it.Key, "key").Add(it => it.Text, "").Add(it => it.MaxLength, 100).Add(it => it.OnSave, _ => { }));
    }

    /// <summary>A browser whose script comes when a test says so.</summary>
    private sealed class LateScripts : IJSRuntime
    {
        private readonly TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Module Module { get; } = new();

        public void Arrive() => _arrival.SetResult();

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            await _arrival.Task;
            return (TValue)(object)Module;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);
    }

    private sealed class Module : IJSObjectReference
    {
        public List<string> Calls { get; } = [];

        public TaskCompletionSource Called { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Released { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Calls.Add(identifier);
            Called.TrySetResult();
            return ValueTask.FromResult<TValue>(default!);
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            Released.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
