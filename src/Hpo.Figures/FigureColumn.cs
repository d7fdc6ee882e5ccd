using System.Text.Json.Serialization;

namespace Hpo.Figures;

/// <summary>A column of a figure's table.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Trace">The place of the trace whose values it holds.</param>
/// <param name="Format">How the values are written.</param>
public sealed record FigureColumn(string Title, int Trace, ColumnFormat Format);

/// <summary>How a value is written in a table.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnFormat>))]
public enum ColumnFormat
{
    /// <summary>An error, with four significant digits.</summary>
    Error,

    /// <summary>A rank, with two decimals.</summary>
    Rank,

    /// <summary>A share, as a percentage without decimals.</summary>
    Share,
}
