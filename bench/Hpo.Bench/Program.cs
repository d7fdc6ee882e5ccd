using Hpo.Bench;

return args switch
{
    ["training", .. var rest] => await TrainingBench.RunAsync(rest).ConfigureAwait(false),
    ["peak"] => PeakBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Hpo.Bench training [--variant modern|classic] [--batch N] [--threads N] [--epochs N] [--learning-rate R] [--seed N]");
    Console.Error.WriteLine("       Hpo.Bench peak");
    return 2;
}
