using Hpo.Bench;
using Hpo.Bench.Fidelity;

return args switch
{
    ["training", .. var rest] => await TrainingBench.RunAsync(rest).ConfigureAwait(false),
    ["layers", .. var rest] => await LayersBench.RunAsync(rest).ConfigureAwait(false),
    ["peak"] => PeakBench.Run(),
    ["overhead", .. var rest] => OverheadBench.Run(rest),
    ["durable", .. var rest] => DurableBench.Run(rest),
    ["stored", .. var rest] => StoredBench.Run(rest),
    ["simulated", .. var rest] => SimulatedBench.Run(rest),
    ["comparison", .. var rest] => ComparisonBench.Run(rest),
    ["quality", .. var rest] => QualityBench.Run(rest),
    ["fidelity", .. var rest] => await FidelityBench.RunAsync(rest).ConfigureAwait(false),
    ["record", .. var rest] => await RecordBench.RunAsync(rest).ConfigureAwait(false),
    ["pages", .. var rest] => PagesBench.Run(rest),
    ["waits", .. var rest] => WaitsBench.Run(rest),
    ["recorded"] => RecordedBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Hpo.Bench training [--backend own|torchsharp] [--variant modern|classic|mlp] [--batch N] [--threads N] [--epochs N] [--learning-rate R] [--seed N]");
    Console.Error.WriteLine("       Hpo.Bench training --variant mlp [--hiddens-1 N] [--hiddens-2 N] [--dropout-1 P] [--dropout-2 P] …");
    Console.Error.WriteLine("       Hpo.Bench layers [--variant modern|classic|mlp] [--batch N] [--hiddens-1 N] [--hiddens-2 N]");
    Console.Error.WriteLine("       Hpo.Bench peak");
    Console.Error.WriteLine("       Hpo.Bench overhead --searcher NAME [--counts N,N,...] [--window N] [--dimensions N]");
    Console.Error.WriteLine("       Hpo.Bench durable --folder FOLDER [--trials N]");
    Console.Error.WriteLine("       Hpo.Bench stored --folder FOLDER [--studies N] [--trials N] [--large N]");
    Console.Error.WriteLine("       Hpo.Bench simulated [--trials N] [--seconds S]");
    Console.Error.WriteLine("       Hpo.Bench quality --searcher NAME --problem NAME --initial FILE [--trials N]");
    Console.Error.WriteLine("       Hpo.Bench comparison [--methods NAME,NAME,...] [--trials N]");
    Console.Error.WriteLine("       Hpo.Bench fidelity [--lenet | --observed] [--seeds N] [--trials N] [--epochs N] [--images N]");
    Console.Error.WriteLine("       Hpo.Bench record --objective lenet|dropout-mlp --file FILE [--configurations N] [--repeated N] [--replicates N] [--epochs N] [--cores N]");
    Console.Error.WriteLine("       Hpo.Bench pages --folder FOLDER [--studies N] [--trials N]");
    Console.Error.WriteLine("       Hpo.Bench waits [--known N] [--trials N] [--workers N] [--epoch MS]");
    Console.Error.WriteLine("       Hpo.Bench recorded");
    return 2;
}
