using System.Text.RegularExpressions;
using Hpo.Engine.Tests.Support;

namespace Hpo.Engine.Tests;

/// <summary>The engine's rooms, one a folder: who may know whom.</summary>
public partial class RoomsTests
{
    private static readonly string Engine = Path.Combine(SourceTree.Root, "src", "Hpo.Engine");

    /// <summary>For each room the others that its files name.</summary>
    private static readonly Dictionary<string, HashSet<string>> Known = KnownRooms();

    [Fact]
    public void No_room_knows_itself_by_way_of_others()
    {
        var left = Known.ToDictionary();
        while (left.Keys.Where(room => !left[room].Overlaps(left.Keys)).ToList() is { Count: > 0 } free)
            free.ForEach(room => left.Remove(room));
        Assert.Empty(left.Keys);
    }

    [Theory]
    [InlineData("Trials")]
    [InlineData("Searchers")]
    [InlineData("Schedulers")]
    [InlineData("Objectives")]
    [InlineData("Space")]
    public void What_can_be_added_from_outside_does_not_know_the_tuner(string room)
    {
        Assert.DoesNotContain("Tuning", Known[room]);
        Assert.DoesNotContain("Simulation", Known[room]);
    }

    [Fact]
    public void The_rooms_are_read_from_the_files_there()
    {
        Assert.Contains("Schedulers", Known["Tuning"]);
        Assert.Contains("Tuning", Known["Simulation"]);
        Assert.Empty(Known["Validation"]);
    }

    private static Dictionary<string, HashSet<string>> KnownRooms()
    {
        var rooms = Directory.EnumerateDirectories(Engine).Select(folder => Path.GetFileName(folder)!).Where(room => room is not ("bin" or "obj")).ToHashSet();
        return rooms.ToDictionary(room => room, room => (from file in Directory.EnumerateFiles(Path.Combine(Engine, room), "*.cs", SearchOption.AllDirectories)
                                                         from line in File.ReadLines(file)
                                                         where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("namespace", StringComparison.Ordinal)
                                                         from Match match in Name().Matches(line)
                                                         let named = match.Groups[1].Value
                                                         where named != room && rooms.Contains(named)
                                                         select named).ToHashSet());
    }

    // Hpo.Engine.Tuning, as in a using, and Tuning.Coordinator, which the compiler takes for the same
    [GeneratedRegex(@"(?<![\w.])(?:Hpo\.Engine\.)?([A-Z]\w+)(?=[.;])")]
    private static partial Regex Name();
}
