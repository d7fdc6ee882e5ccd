using System.Globalization;

namespace Hpo.Bench;

/// <summary>Options of a command line: <c>--name value</c>, in pairs.</summary>
internal sealed class BenchOptions(string[] args)
{
    private readonly Dictionary<string, string> _values = args.Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[1]);

    public string Required(string name) =>
        _values.TryGetValue(name, out var value) ? value : throw new ArgumentException($"--{name} is missing.");

    public string Text(string name, string otherwise) => _values.GetValueOrDefault(name, otherwise);

    public int Whole(string name, int otherwise) =>
        _values.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    public double Real(string name, double otherwise) =>
        _values.TryGetValue(name, out var value) ? double.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
