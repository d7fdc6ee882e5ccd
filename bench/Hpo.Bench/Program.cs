using System.Globalization;
using Hpo.Bench;
using Hpo.Bench.Fidelity;
using Hpo.Training.Models;

return args switch
{
    ["training", .. var rest] => await TrainingBench.RunAsync(rest).ConfigureAwait(false),
    ["layers", var variant, var batch] => await LayersBench.RunAsync(
        Enum.Parse<LeNetVariant>(variant, ignoreCase: true), int.Parse(batch, CultureInfo.InvariantCulture)).ConfigureAwait(false),
    ["peak"] => PeakBench.Run(),
    ["overhead", .. var rest] => OverheadBench.Run(rest),
    ["durable", .. var rest] => DurableBench.Run(rest),
    ["comparison", .. var rest] => ComparisonBench.Run(rest),
    ["quality", .. var rest] => QualityBench.Run(rest),
    ["fidelity", .. var rest] => await FidelityBench.RunAsync(rest).ConfigureAwait(false),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Hpo.Bench training [--variant modern|classic] [--batch N] [--threads N] [--epochs N] [--learning-rate R] [--seed N]");
    Console.Error.WriteLine("       Hpo.Bench layers modern|classic BATCH");
    Console.Error.WriteLine("       Hpo.Bench peak");
    Console.Error.WriteLine("       Hpo.Bench overhead --searcher NAME [--counts N,N,...] [--window N] [--dimensions N]");
    Console.Error.WriteLine("       Hpo.Bench durable --folder FOLDER [--trials N]");
    Console.Error.WriteLine("       Hpo.Bench quality --searcher NAME --problem NAME --initial FILE [--trials N]");
    Console.Error.WriteLine("       Hpo.Bench comparison [--methods NAME,NAME,...] [--trials N]");
    Console.Error.WriteLine("       Hpo.Bench fidelity [--lenet | --observed] [--seeds N] [--trials N] [--epochs N] [--images N]");
    return 2;
}
