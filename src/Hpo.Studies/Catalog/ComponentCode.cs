using System.Collections.Immutable;

namespace Hpo.Studies.Catalog;

/// <summary>How a C# program makes a component: <c>new TpeSearcher(space, initial, seed)</c>, its parameters set by an object initializer at the end.</summary>
public sealed class ComponentCode
{
    private readonly Type _type;
    private readonly string _arguments;
    private readonly ImmutableArray<Type> _mentioned;

    private ComponentCode(Type type, string arguments, IEnumerable<Type> mentioned)
    {
        _type = type;
        _arguments = arguments;
        _mentioned = [type, .. mentioned];
    }

    /// <summary>The code of a component whose options have the names of its parameters, as all of the engine have.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="arguments">
    /// What its constructor is given, without the options, in terms of the program's variables <c>space</c>, <c>initial</c>, <c>searcher</c>, <c>seed</c>,
    /// <c>workers</c> and <c>maxEpochs</c>.
    /// </param>
    /// <param name="mentioned">Other types that the arguments mention.</param>
    public static ComponentCode Of<T>(string arguments, params IEnumerable<Type> mentioned) => new(typeof(T), arguments, mentioned);

    /// <summary>The namespaces the program needs for it.</summary>
    internal IEnumerable<string> Namespaces => _mentioned.Select(type => type.Namespace!);

    /// <summary>The projects the program needs for it.</summary>
    internal IEnumerable<string> Projects => _mentioned.Select(type => type.Assembly.GetName().Name!);

    /// <summary>The expression that makes the component.</summary>
    /// <param name="options">The options that are set, by the names of properties, with their values in C#.</param>
    internal string Write(IEnumerable<(string Property, string Value)> options)
    {
        var initializer = string.Join(", ", options.Select(option => $"{option.Property} = {option.Value}"));
        var arguments = initializer.Length == 0 ? _arguments : $"{_arguments}, new() {{ {initializer} }}";
        return $"new {_type.Name}({arguments})";
    }
}
