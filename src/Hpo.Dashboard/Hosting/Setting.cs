namespace Hpo.Dashboard.Hosting;

/// <summary>What a person said about an option, and where, so that an answer to it can name it as it was written.</summary>
public sealed record Setting
{
    private readonly string _before;
    private readonly string _after;
    private readonly string _place;

    private Setting(SettingOrigin origin, string name, string value, string before, string after = "", string place = "") =>
        (Origin, Name, Value, _before, _after, _place) = (origin, name + place, value, before, after, place);

    /// <summary>Where it was said.</summary>
    public SettingOrigin Origin { get; }

    /// <summary>What it is called there, such as <c>--port</c> or <c>HPO_PORT</c>.</summary>
    public string Name { get; }

    /// <summary>What was said; not empty.</summary>
    public string Value { get; }

    internal static Setting OfCommandLine(string option, string value) => new(SettingOrigin.CommandLine, $"--{option}", value, $"--{option} ");

    internal static Setting OfEnvironment(string variable, string value) => new(SettingOrigin.Environment, variable, value, $"{variable}=");

    internal static Setting OfFile(string option, string value, string place) =>
        new(SettingOrigin.File, $"\"{option}\"", value, $"\"{option}\": \"", "\"", $" in {place}");

    /// <summary>Another value, or a part of this one, written as a person writes it there.</summary>
    public string With(string value) => _before + value + _after;

    /// <summary>The same, and where that is.</summary>
    public string Quote(string value) => With(value) + _place;

    /// <summary>The name alone: a value may be a secret.</summary>
    public override string ToString() => Name;
}
