using System.Text;
using System.Text.Json;
using Hpo.Engine.Space;
using Hpo.Engine.Tuning;
using Hpo.Studies.Exchange;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Exchange;

public sealed class TrialsTests
{
    [Fact]
    public void A_row_is_a_trial_and_what_it_does_not_have_is_empty()
    {
        using var text = new StringWriter();
        TrialsCsv.Write(Definition, StudySnapshot.Empty.Apply(Events), text);

        Assert.Equal(
            """
            trial,status,error,best_error,best_epoch,epochs,runtime,cumulative_runtime,started,ended,worker,parent,config_x,config_n,reason,end_reason
            0,Completed,0.4,0.4,2,2,1.9,1.9,0.1,2,0,,0.5,2,initial configuration 1 of 1,
            1,NotANumber,,,,0,2.3,4.2,0.2,2.5,1,,0.25,2,drawn at random,The error after epoch 1 was not a number.
            2,Paused,0.3,0.3,1,1,0.4,,2.6,,0,,0.75,2,drawn at random,rank 2 of 3 at rung 1
            3,Running,0.2,,,1,0.9,,3.1,,0,,0.1,2,drawn at random,

            """.ReplaceLineEndings("\r\n"),
            text.ToString());
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-cmd", "\"'-cmd\"")]
    [InlineData("@sum", "\"'@sum\"")]
    [InlineData("\ttab", "\"'\ttab\"")]
    [InlineData("\rreturn", "\"'\rreturn\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("plain", "plain")]
    public void A_text_is_never_a_formula(string text, string cell) => Assert.Equal(cell, CsvText.Of(text));

    [Fact]
    public void Hyperparameters_that_look_like_formulas_or_columns_are_texts_and_negative_numbers_stay_numbers()
    {
        var space = new ConfigSpace(("error", new Uniform(-1, 1)), ("=1+1", new Choice("=A1", "b")));
        var trial = new TrialStarted(TimeSpan.Zero, 0, new Configuration(("error", -0.5), ("=1+1", "=A1")), "typed", 0);
        using var text = new StringWriter();
        TrialsCsv.Write(Definition with { Space = space }, StudySnapshot.Empty.Apply(Number(new StudyStarted(TimeSpan.Zero, default), trial)), text);

        Assert.Contains(",config_error,config_=1+1,", text.ToString(), StringComparison.Ordinal);
        Assert.Contains(",-0.5,\"'=A1\",typed,", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_trials_bring_their_learning_curves()
    {
        using var stream = new MemoryStream();
        await TrialsJson.WriteAsync(new LiveStudy(new StudyHeader("abcd2345", default, Definition), Events, TimeProvider.System), stream);
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        var trials = json.RootElement.GetProperty("trials");

        Assert.Equal("running", json.RootElement.GetProperty("status").GetString());
        Assert.Equal(4, trials.GetArrayLength());
        Assert.Equal([0.5, 0.4], trials[0].GetProperty("learningCurve").EnumerateArray().Select(point => point.GetProperty("error").GetDouble()));
        Assert.Equal(0.5, trials[0].GetProperty("configuration").GetProperty("x").GetDouble());
        Assert.Equal("notANumber", trials[1].GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, trials[1].GetProperty("error").ValueKind);
        Assert.Equal(JsonValueKind.Null, trials[3].GetProperty("ended").ValueKind);
        Assert.Equal((0.3, 1), (trials[2].GetProperty("bestError").GetDouble(), trials[2].GetProperty("bestEpoch").GetInt32()));
        Assert.Equal(JsonValueKind.Null, trials[3].GetProperty("bestError").ValueKind);
    }
}
