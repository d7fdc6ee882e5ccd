using System.Globalization;
using System.Text.Json;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Tuning;

public class TrialStatusRulesTests
{
    /// <summary>The table that the browser's improves.js is held to as well: an error, the best so far, and whether the one is better.</summary>
    public static TheoryData<double, double?, bool> Improvements
    {
        get
        {
            using var table = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Tuning", "improvements.json")));
            var cases = new TheoryData<double, double?, bool>();
            foreach (var row in table.RootElement.EnumerateArray())
                cases.Add(Number(row.GetProperty("error"))!.Value, Number(row.GetProperty("best")), row.GetProperty("improves").GetBoolean());
            return cases;
        }
    }

    [Theory]
    [InlineData(TrialStatus.Running, false, false, false)]
    [InlineData(TrialStatus.Paused, false, false, true)]
    [InlineData(TrialStatus.Completed, true, false, true)]
    [InlineData(TrialStatus.Stopped, true, false, true)]
    [InlineData(TrialStatus.NotANumber, true, true, false)]
    [InlineData(TrialStatus.Infinite, true, true, false)]
    [InlineData(TrialStatus.Failed, true, true, false)]
    [InlineData(TrialStatus.TimedOut, true, true, false)]
    [InlineData(TrialStatus.Cancelled, true, false, false)]
    [InlineData(TrialStatus.Interrupted, true, false, false)]
    public void Every_status_has_its_meaning(TrialStatus status, bool isFinal, bool isFailure, bool handsInError)
    {
        Assert.Equal((isFinal, isFailure, handsInError), (status.IsFinal(), status.IsFailure(), status.HandsInError()));
    }

    [Theory, MemberData(nameof(Improvements))]
    public void Only_a_strictly_smaller_finite_error_is_better(double error, double? incumbentError, bool improves)
    {
        Assert.Equal(improves, TrialStatusRules.Improves(error, incumbentError));
    }

    private static double? Number(JsonElement number) => number.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => double.Parse(number.GetString()!, CultureInfo.InvariantCulture),
        _ => number.GetDouble(),
    };
}
