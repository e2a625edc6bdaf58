using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProgressBot.Storage.Migrations
{
    /// <inheritdoc />
    public partial class PlanEditing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkItems_PlanId_Number",
                table: "WorkItems");

            migrationBuilder.AddColumn<long>(
                name: "RemovedAt",
                table: "WorkItems",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RemovedAt",
                table: "Indicators",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RemovedAt",
                table: "EvidenceRequirements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_PlanId_Number",
                table: "WorkItems",
                columns: new[] { "PlanId", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkItems_PlanId_Number",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "EvidenceRequirements");

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_PlanId_Number",
                table: "WorkItems",
                columns: new[] { "PlanId", "Number" },
                unique: true);
        }
    }
}
