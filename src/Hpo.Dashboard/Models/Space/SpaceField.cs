namespace Hpo.Dashboard.Models.Space;

/// <summary>A field of one hyperparameter's row.</summary>
public enum SpaceField
{
    Name,
    Type,
    Lower,
    Upper,
    Step,
    Values,
    Constant,
    Initial,
}
