using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace Hpo.Dashboard.Components.Sharing;

/// <summary>A text as a QR code.</summary>
public sealed partial class QrCode
{
    private string _drawn = "";
    private string _path = "";

    /// <summary>What a camera reads.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>The number of modules on a side, the quiet zone of four on every side included.</summary>
    private int Size { get; set; }

    protected override void OnParametersSet()
    {
        if (_drawn == Text)
            return;
        _drawn = Text;
        // medium: a projector's glare may hide 15 % of it
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        Size = code.ModuleMatrix.Count;
        _path = PathOf(code);
    }

    /// <summary>A row of dark modules is one rectangle.</summary>
    private static string PathOf(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var from = x;
                while (x < row.Count && row[x])
                    x++;
                if (x > from)
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1H{from}z");
            }
        }

        return path.ToString();
    }
}
