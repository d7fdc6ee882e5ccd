using Hpo.Dashboard.Components.Common;
using Hpo.Engine.Validation;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Hpo.Dashboard.Tests.Common;

public sealed class NoticesTests : ComponentTest
{
    [Fact]
    public void A_name_in_a_notice_is_text_whatever_it_holds()
    {
        var provider = Render<MudSnackbarProvider>();

        provider.InvokeAsync(() => Services.GetRequiredService<ISnackbar>().AddUndo("Deleted “<b>bold</b>”.", () => Task.CompletedTask));

        provider.WaitForAssertion(() => Assert.Equal("Deleted “<b>bold</b>”.", provider.Find(".mud-snackbar-content-message").TextContent.Trim()));
    }

    [Fact]
    public async Task What_could_not_be_stored_is_said_with_its_reason()
    {
        var provider = Render<MudSnackbarProvider>();
        var snackbar = Services.GetRequiredService<ISnackbar>();

        await provider.InvokeAsync(() =>
        {
            Assert.True(snackbar.TryStore(() => true, "not said"));
            Assert.False(snackbar.TryStore(() => false, "One"));
            Assert.False(snackbar.TryStore(() => throw new IOException("The disk is full."), "Two"));
            Assert.False(snackbar.TryStore(() => throw new InvalidInputException([new("name", "Too long.")]), "Three"));
        });

        Assert.Equal(["One: it is gone.", "Two: The disk is full.", "Three: Too long."], snackbar.ShownSnackbars.Select(it => it.Message));
    }
}
