using Hpo.Dashboard.Components.Studies;
using Microsoft.JSInterop;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class JsModuleTests
{
    public static TheoryData<Exception> Losses => [new JSDisconnectedException("gone"), new TaskCanceledException()];

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_module_is_let_go_of_without_a_fault_when_the_connection_goes_first(Exception loss) =>
        await new Module(loss).ReleaseAsync();

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task So_is_one_that_was_still_on_its_way(Exception loss) =>
        await Task.FromException<IJSObjectReference>(loss).ReleaseAsync();

    [Fact]
    public async Task Another_fault_is_told() =>
        await Assert.ThrowsAsync<JSException>(async () => await new Module(new JSException("broken")).ReleaseAsync());

    private sealed class Module(Exception loss) : IJSObjectReference
    {
        public ValueTask DisposeAsync() => ValueTask.FromException(loss);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new NotSupportedException();

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => throw new NotSupportedException();
    }
}
