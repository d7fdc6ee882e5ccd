using Hpo.Dashboard.Components.Sharing;

namespace Hpo.Dashboard.Tests.Sharing;

public sealed class QrCodeTests : ComponentTest
{
    [Fact]
    public void It_is_one_picture_with_a_name_and_a_quiet_zone()
    {
        var picture = Render<QrCode>(it => it.Add(code => code.Text, "http://192.0.2.7:5080/watch/abcdef")).Find("svg");

        Assert.Equal("QR code of http://192.0.2.7:5080/watch/abcdef", picture.GetAttribute("aria-label"));
        // version 3, 29 modules, and 4 on each side
        Assert.Equal("0 0 37 37", picture.GetAttribute("viewBox"));
        // the corner of the first position mark: seven dark modules behind the quiet zone
        Assert.StartsWith("M4 4h7v1H4z", picture.QuerySelector("path")!.GetAttribute("d"), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_text_is_another_picture()
    {
        var code = Render<QrCode>(it => it.Add(code => code.Text, "a"));
        var before = code.Find("path").GetAttribute("d");

        code.Render(it => it.Add(code => code.Text, "b"));

        Assert.NotEqual(before, code.Find("path").GetAttribute("d"));
    }
}
